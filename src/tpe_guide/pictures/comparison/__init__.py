"""Treatments and questions as a table, without a window."""
