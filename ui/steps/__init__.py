"""Ways of several steps: one question or a few at a time, with a way on and a way back."""
