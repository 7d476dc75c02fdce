import Articles
import Lexicons
import Words

/// The names that mentions of one article stand for, each known by its place in order of need.
///
/// A name becomes a string, and the lexicon is asked for it, where somebody with it speaks, and once.
struct SpeakerNames: ~Copyable {
    /// What a name is made of.
    enum Origin {
        /// A person of the register.
        case person(Int)
        case text(TextField, ByteSpan)
        /// A speaker of the lexicon.
        case known(Int)
    }

    /// A name and the lexicon's speaker who bears it.
    typealias Made = (name: String, speaker: Int?)

    private var origins = FlatList<Origin>()
    /// For each origin the place of the name made of it; -1 where none has been needed.
    private var places = FlatList<Int>()
    private var made: [Made] = []
    private var texts: ArticleTexts

    init(_ texts: ArticleTexts) { self.texts = texts }

    /// Forgets all names.
    mutating func begin(_ texts: ArticleTexts) {
        self.texts = texts
        origins.removeAll()
        places.removeAll()
        made.removeAll(keepingCapacity: true)
    }

    /// The place of a name.
    mutating func place(of origin: Origin) -> Int {
        origins.append(origin)
        places.append(-1)
        return origins.count - 1
    }

    /// The name at a place.
    mutating func name(at place: Int, _ register: borrowing SpeakerRegister) -> Made {
        if places[place] < 0 {
            places[place] = made.count
            made.append(make(origins[place], register))
        }
        return made[places[place]]
    }

    private func make(_ origin: Origin, _ register: borrowing SpeakerRegister) -> Made {
        switch origin {
        case .person(let person):
            let words = register.people[person].name
            let bytes = texts[register.people[person].field]
            return (NameText.text(of: words, bytes), register.speakers.index(of: words, bytes))
        case .text(let field, let span):
            return (texts[field].string(span.range), register.speakers.index(named: span.range, texts[field]))
        case .known(let speaker):
            return (register.speakers[speaker].name, register.speakers.index(namedAs: speaker))
        }
    }
}
