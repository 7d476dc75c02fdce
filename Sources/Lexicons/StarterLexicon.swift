/// The commented file that a new lexicon starts from.
package enum StarterLexicon {
    /// - Parameter name: what the lexicon is about.
    package static func text(named name: String) -> String {
        """
        # A lexicon for Parallax: how sources may name the same things.
        # Check it with: parallax lexicon check FILE
        lexicon: \(YAMLText.plain(name))
        format: 1                # of this file; leave it at 1
        version: 1               # yours: raise it when the counts may change
        language: en             # of the articles, where they do not say

        # A concept is one thing that sources name in different ways. The first one leads the report.
        concepts:
          - concept: dam         # an id: small letters, digits, - and _
            label: The dam       # as the report prints it
            question: What is the dam said to be?
            # A framing is one way to name it. Each of its terms counts for it.
            framings:
              - framing: project
                label: A project
                note: a work that is planned and built for use
                opposite: threat # optional: the framing that mirrors it
                terms:
                  - dam project
                  - hydropower (plant|station)       # a choice
                  - development <0-2> scheme         # a gap of up to two words
              - framing: threat
                label: A threat
                note: a danger to those who live below it
                opposite: project
                terms:
                  - threat*                          # any ending; ? is one letter
                  - counter-flood danger             # also without the hyphen, or with a blank
                  - =Doom Wall                       # = makes upper and lower case of its word count
                  - term: attack*                    # a term with conditions:
                    near: {any: [water, river], within: 5}   # one of these within five words, in the same sentence
                    unless: [attack dog]                     # a longer context that cancels the hit

        # Optional: who speaks in the articles, so that "the minister said" finds its speaker.
        speakers:
          - speaker: Ana Holt
            side: Upstream
            aliases: [Holt, the water minister]

        """
    }
}
