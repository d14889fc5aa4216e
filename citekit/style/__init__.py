"""Citation styles (CSL 1.0.2): items, a style and a locale become formatted text; knows nothing else of citekit."""
