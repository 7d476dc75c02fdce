/// What the Markdown of a small comparison looks like, character by character.
enum MarkdownGolden {
    static let small = #"""
        # How two sources word the Velden reservoir

        2 articles, 2 sources, 7 Oct 2020, 140 words read, 2 wordings found.

        Evidence: counts only (step 1 of 4).

          - One file was empty and was left out.

        What was read:

          - **Harbour Post**: 2020-10-07; Pumps stop; 100 words
          - **Unknown**: no date; no headline in the file; 40 words

        ## The short answer

        ### Status

          - **Harbour Post**: in own words Seized (1); through others Seized (1, mostly quoted)
          - **Unknown**: 0, nothing found

        ## Who says what, in whose voice

        ### Status, 2 hits

          - **Seized**: Harbour Post 2 (1 own words, 1 quoted)
          - **Seized**: 0 in Unknown
          - **Harbour Post**: Too few mentions for a share: *seized* 1, in 1\#u{A0}article.
          - None of the lexicon’s terms for this were found in **Unknown**’s own words in 1\#u{A0}article (40\#u{A0}words).

        0 hits: Sacred lake.

        ## The evidence, side by side

        ### Status

        #### Seized

        **Harbour Post**: 2 hits

        >   - Sentence 0 has **seized** in it. (Own words; 2020-10-07)
        >   - … Sentence 5 has **taken by force** in it. (Quoted; 2020-10-07)

        ## Who gets to speak

        Harbour Post: 100 words, 90 own words, 10 quoted.

        Unknown: 40 words, 40 own words.

        ## What is missing

        ### In one source only

          - Seized: Harbour Post only, 2 hits

        ### Never in a source’s own words

        0 framings.

        ### In no article

          - Sacred lake

        ## Method, lexicon and limits

        ### How it was counted

          - A hit is a term of the lexicon found in a headline, standfirst, subheading, caption or sentence.
          - Where terms of one concept overlap, the earliest counts, then the longest, then the framing listed first.
          - Concepts count independently of each other.
          - Voice comes from quotation marks and verbs of saying, by rule. No statistical model was used.
          - Beneath each sentence stands what put it in its voice: “by” and the verb or phrase that decided, or the marks; where a quotation names nobody, the speaker of the quotation beside it or before it.
          - Nothing was set aside: all 2 hits found were counted.
          - Comparison sentences follow templates tied to the strength of evidence, here “counts only”. They may only state what was printed.

        ### What could be wrong

          - One file was empty and was left out.
          - Reading the files gave 1 warning.
          - The lexicon is a choice. Different framings would give a different report.

        ### What the files were like

          - articles/s4-0.txt: warning: the file is empty

        ### The lexicon

        #### Status

          - **Seized**: seized; and 1 more
          - **Sacred lake**: sacred lake

        ### Repeat this report

        ``` 
        parallax report articles --lexicon valley.yaml --output out

        program  parallax 0.1.0
        lexicon  4d5e4d5e4d5e4d5e  valley.yaml  version 7
        inputs   0f3a9c070f3a9c07  s0-0.txt
                 1f3a9c071f3a9c07  s0-1.txt
                 2f3a9c072f3a9c07  s1-0.txt
                 3f3a9c073f3a9c07  s2-0.txt
                 4f3a9c074f3a9c07  s3-0.txt
        ```

        """#
}
