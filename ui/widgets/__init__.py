"""The small parts that screens are made of; none of them knows a screen."""
