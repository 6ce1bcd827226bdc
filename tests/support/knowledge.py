"""The knowledge as shipped, loaded once. Property tests take it from here, so that no report of a failure prints it."""

from needlecare.knowledge.load import load_knowledge

SHIPPED = load_knowledge()
