"""Tables, choices, the encrypted engine and the migrations; knows neither the app nor a window."""
