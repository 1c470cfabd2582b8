"""Runs Spark for the engine tests: one request a line on standard input, one answer a line on standard output."""

import json
import sys

from pyspark.sql import SparkSession

answers = sys.stdout
sys.stdout = sys.stderr

spark = (
    SparkSession.builder.master("local[2]")
    .config("spark.ui.enabled", "false")
    .config("spark.driver.bindAddress", "127.0.0.1")
    .config("spark.driver.host", "127.0.0.1")
    .config("spark.driver.memory", "3g")
    .config("spark.sql.shuffle.partitions", "2")
    .config("spark.sql.session.timeZone", "UTC")
    .config("spark.sql.ansi.enabled", sys.argv[1])
    .getOrCreate()
)
spark.sparkContext.setLogLevel("ERROR")


def text(value):
    if value is None:
        return None
    return str(value).lower() if isinstance(value, bool) else str(value)


def answer(request):
    kind = request["kind"]
    if kind == "load":
        table = spark.read.csv(request["path"], header=True, inferSchema=False, nullValue="", encoding="UTF-8")
        # The file goes away, so its rows are kept.
        table = table.selectExpr(*request["columns"]).localCheckpoint(True)
        table.createOrReplaceTempView(request["name"])
        return None
    if kind == "view":
        spark.sql("CREATE OR REPLACE TEMPORARY VIEW %s AS %s" % (request["name"], request["sql"]))
        return None
    return [[text(value) for value in row] for row in spark.sql(request["sql"]).collect()]


for line in sys.stdin:
    try:
        result = {"answer": answer(json.loads(line))}
    except Exception as error:  # the test shows it
        result = {"error": str(error)[:4000]}
    answers.write(json.dumps(result) + "\n")
    answers.flush()

spark.stop()
