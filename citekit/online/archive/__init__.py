"""Copies of pages in archives: found, chosen by date, and made where that is asked for."""
