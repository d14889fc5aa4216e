"""What each field of two records says for or against their being one work: one file a field."""
