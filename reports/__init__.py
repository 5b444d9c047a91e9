"""Printed pages: frozen facts in, the bytes of a tagged PDF out; ReportLab lives here only."""
