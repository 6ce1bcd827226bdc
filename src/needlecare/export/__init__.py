"""An assessment as something to read or to pass on: text, JSON, the clinician's manual."""
