"""The project: settings, addresses, processes, the embedded engines and the demo."""
