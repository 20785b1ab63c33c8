"""The pages around the AVG: for members their texts and the audit, for visitors and organisations their own page."""
