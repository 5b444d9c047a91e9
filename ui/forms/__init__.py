"""Forms: rows made from column descriptions, composed in the order of a conversation."""
