"""Duplicates among millions of records: the same search, its records on disk and its steps on many processors.

The rules are those of :mod:`citekit.dedupe.search`, and what is found is the same. Needs ``citekit[large]``; more than
one machine needs ``citekit[cluster]``.
"""
