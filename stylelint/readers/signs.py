"""What a source is looked through for, all at once: where none stands, there is nothing to look at."""

CALLS = ("{{", "{%", "{# ", "{:", "[")
"""How calls of templates begin."""
ARGUMENTS = ("=", "[/", "[gallery")
"""Of which one stands where calls in brackets do."""
FORMULAS = ("$", "$$", "\\[", "\\]", "\\(", "\\)")
FENCES = (":::", "```{", "!!! ", "???", '=== "')
"""Of which one stands where there are directives; `~~~{` is one beside a tick."""
ALL = (*CALLS, *ARGUMENTS, *FORMULAS, *FENCES, "~~~{", "`", "}`", "]:")
