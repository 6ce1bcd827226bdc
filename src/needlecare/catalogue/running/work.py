"""One chunk from its text to its part: read, judged, written."""

from typing import IO

import pyarrow as pa
import pyarrow.parquet as pq

from needlecare.catalogue.batch import with_verdicts
from needlecare.catalogue.columns import RAW
from needlecare.catalogue.judged import Judged
from needlecare.catalogue.judging import check_knowledge, judge
from needlecare.catalogue.reading.catalogue import Chunk
from needlecare.catalogue.reading.csv_rows import read_csv
from needlecare.catalogue.reading.lines_rows import as_rows, read_lines
from needlecare.catalogue.reading.parquet import read_batch
from needlecare.catalogue.reading.rows import Rows
from needlecare.catalogue.running.parts import Done
from needlecare.catalogue.running.settings import Settings
from needlecare.catalogue.summary import Tally
from needlecare.catalogue.texts import texts_of
from needlecare.catalogue.writing.csv_table import csv_bytes
from needlecare.catalogue.writing.lines import objects, spliced


def answer(settings: Settings, chunk: Chunk) -> Done:
    """Judge the rows of a chunk and write its part. Raises CatalogueError, NotWrittenError."""
    check_knowledge(settings.knowledge)
    catalogue = settings.catalogue
    if catalogue.format == "jsonl":
        lines = read_lines(catalogue, chunk, settings.column)
        judged = judge(lines.texts, settings.use, lines.faults)
        if settings.target.format == "jsonl":
            text = spliced(lines, judged)
            return settings.parts.write(chunk, Tally.of(judged), lambda file: file.write(text))
        rows = as_rows(lines, catalogue.names)
    else:
        rows = _rows(settings, chunk)
        judged = judge(rows.texts, settings.use, rows.faults)
    batch = _whole(settings, rows, judged)
    return settings.parts.write(chunk, Tally.of(judged), lambda file: _write(settings, batch, file))


def _rows(settings: Settings, chunk: Chunk) -> Rows:
    if settings.catalogue.format == "csv":
        return read_csv(settings.catalogue, chunk, settings.column)
    batch = read_batch(chunk.data)
    return Rows(batch, texts_of(batch.column(settings.column)))


def _whole(settings: Settings, rows: Rows, judged: Judged) -> pa.RecordBatch:
    batch = with_verdicts(rows.batch, judged)
    if settings.catalogue.format == "parquet":
        return batch
    raw = pa.array([rows.raw.get(at) for at in range(batch.num_rows)], pa.string())
    return pa.RecordBatch.from_arrays([*batch.columns, raw], names=[*batch.schema.names, RAW])


def _write(settings: Settings, batch: pa.RecordBatch, file: IO[bytes]) -> None:
    if settings.target.format == "parquet":
        table = pa.Table.from_batches([batch])
        pq.write_table(table, file, compression="none", use_dictionary=False)  # the whole is compressed, once
    else:
        file.write(csv_bytes(batch, settings.target.delimiter) if settings.target.format == "csv" else objects(batch))
