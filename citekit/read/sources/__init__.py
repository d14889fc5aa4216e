"""Files that a person types and a program sets: Markdown, LaTeX, Typst; and RTF, which a program types."""
