"""Forms built from declarations: one binder a kind of answer, tables over collections."""
