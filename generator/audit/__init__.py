"""The built site as an assessor finds it: from the home page, item by item."""
