import Testing

@testable import parallax

struct UnknownCommandTests {
    @Test(
        "A name that is no command is told, with the one that was probably meant",
        arguments: [
            (["hit"], "There is no command 'parallax hit'. Did you mean 'parallax hits'?"),
            (["repot", "seeds", "--quiet"], "There is no command 'parallax repot'. Did you mean 'parallax report'?"),
            (["lexicon", "chek", "a.yaml"], "There is no command 'parallax lexicon chek'. Did you mean 'parallax lexicon check'?"),
            (["corpus", "indx"], "There is no command 'parallax corpus indx'. Did you mean 'parallax corpus index'?"),
            (["help", "reprot"], "There is no command 'parallax reprot'. Did you mean 'parallax report'?"),
            (["help", "nosuch"], "There is no command 'parallax nosuch'.\n"),
            (["help", "lexicon", "chek"], "There is no command 'parallax lexicon chek'. Did you mean 'parallax lexicon check'?"),
            (["no-such-thing-at-all"], "There is no command 'parallax no-such-thing-at-all'.\n"),
            (["/"], "There is no command 'parallax /'. Articles are named behind one, such as 'parallax report /'.\n"),
            ([""], "There is no command 'parallax '.\n"),
        ])
    func tellsTheName(_ arguments: [String], _ expected: String) throws {
        let message = try #require(UnknownCommand.find(in: arguments)).message
        #expect(message.contains(expected))
        #expect(message.contains("Commands: "))
    }

    @Test(
        "Commands, options and help are none of its business",
        arguments: [
            [], ["hits"], ["hits", "no-such-file"], ["lexicon"], ["lexicon", "check", "chek"], ["--help"], ["help"], ["help", "hits"],
            ["help", "hits", "hti"],
            ["help", "help"], ["help", "--help"], ["help", "lexicon", "check"],
            ["lexicon", "--help"],
            ["-q", "hti"], ["corpus", "index", "a"],
        ])
    func leavesTheRest(_ arguments: [String]) {
        #expect(UnknownCommand.find(in: arguments)?.message == nil)
    }
}
