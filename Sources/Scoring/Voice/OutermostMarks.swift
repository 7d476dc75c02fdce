/// An outermost quotation by the numbers of its marks in their passage; one with nothing inside is none.
enum OutermostMarks: BitwiseCopyable {
    case pair(Int, Int)
    /// A mark without a partner: to the opening mark of the next pair, or to the passage's end.
    case unclosed(Int, next: Int?)
    /// A closing mark alone: it reaches back to the quotation before it in the passage, or to the sentence behind that one's.
    case reachingBack(Int)
}
