"""Pure reading of meal sentences: words, amounts and times to drafts; the lexicon of foods is passed in."""
