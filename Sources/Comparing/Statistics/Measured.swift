/// A number that could be computed, or the reason why there is none.
///
/// An undefined statistic is never 0, NaN or infinity: whoever prints it must look at the case.
package enum Measured<Value> {
    case value(Value)
    case undefined(UndefinedReason)

    package var value: Value? {
        switch self {
        case .value(let value): value
        case .undefined: nil
        }
    }

    package var reason: UndefinedReason? {
        switch self {
        case .value: nil
        case .undefined(let reason): reason
        }
    }

    package func map<Other>(_ transform: (Value) -> Other) -> Measured<Other> {
        switch self {
        case .value(let value): .value(transform(value))
        case .undefined(let reason): .undefined(reason)
        }
    }
}

extension Measured: Sendable where Value: Sendable {}
extension Measured: Equatable where Value: Equatable {}
extension Measured: Hashable where Value: Hashable {}
