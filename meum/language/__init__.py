"""Pure readers of Chinese, English and mixed text: numerals, measures, times, denials, and words of a lexicon."""
