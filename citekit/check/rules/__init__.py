"""One rule a file; :mod:`citekit.check.registry` lists them."""
