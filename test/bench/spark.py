"""How much faster Spark classifies on two cores than on one: seconds of local[1] and local[2], in turns.

    npm run build && npx chuan-ngheo sql --dialect spark --standard vn/decree-07-2021 --on 2023-12-14 > classify.sql
    node_modules/.cache/chuan-ngheo/spark/bin/python test/bench/spark.py classify.sql [households]

Each number of cores has a Spark of its own; it reads the same Parquet and writes nowhere. Medians of three rounds after
one that warms up; on a machine that does something else meanwhile they mean little.
"""

import statistics
import subprocess
import sys
import tempfile
import time


def session(cores):
    from pyspark.sql import SparkSession

    settings = {"spark.ui.enabled": "false", "spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1", "spark.driver.memory": "3g", "spark.sql.shuffle.partitions": "8"}
    builder = SparkSession.builder.master("local[%d]" % cores)
    for name, value in settings.items():
        builder = builder.config(name, value)
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    return spark


def word(words):
    return "element_at(array(%s), 1 + CAST(rand() * %d AS INT))" % (", ".join("'%s'" % each for each in words.split()), len(words.split()))


def make(folder, households):
    spark = session(2)
    flags = "wall_durable pillar_durable roof_durable has_television has_radio has_desktop_computer has_telephone has_laptop has_tablet has_smartphone".split()
    spark.range(households).selectExpr(
        "id", "CAST(id % 3321 AS STRING) AS area_code", word("rural urban") + " AS residence", "CAST(3 + id % 2 AS INT) AS persons",
        "CAST(rand() * 160000000 AS BIGINT) AS annual_income_vnd", "CAST(NULL AS BIGINT) AS monthly_income_per_person_vnd",
        "CAST(15 + rand() * 60 AS DECIMAL(6, 1)) AS floor_area_m2", word("tap rainwater unprotected-well surface-water") + " AS water_source",
        word("septic pour-flush open-pit none") + " AS toilet_type", *["rand() < 0.5 AS %s" % name for name in flags],
    ).repartition(8).write.parquet(folder + "/households")
    flags = "jobless wage_work_without_contract stunted underweight has_health_insurance certified_on_the_job_training uses_internet".split()
    spark.range(households).selectExpr("id AS household_id", "explode(sequence(1, 3 + id % 2)) AS member").selectExpr(
        "household_id", "date_add(DATE '1945-01-01', CAST(rand() * 28400 AS INT)) AS born_on", word("none elderly") + " AS monthly_social_allowance",
        word("none preschool primary lower-secondary upper-secondary") + " AS attending", word("none primary lower-secondary") + " AS completed",
        *["rand() < 0.2 AS %s" % name for name in flags],
    ).repartition(8).write.parquet(folder + "/members")
    spark.stop()


def measure(cores, query, folder):
    spark = session(cores)
    for table in ["households", "members"]:
        spark.read.parquet(folder + "/" + table).createOrReplaceTempView(table)
    with open(query, encoding="utf-8") as file:
        classes = spark.sql(file.read())
    seconds = []
    for _ in range(4):
        start = time.monotonic()
        classes.write.format("noop").mode("overwrite").save()
        seconds.append(time.monotonic() - start)
    spark.stop()
    print(statistics.median(seconds[1:]))


if sys.argv[1] == "--make":
    make(sys.argv[2], int(sys.argv[3]))
elif sys.argv[1] == "--cores":
    measure(int(sys.argv[2]), sys.argv[3], sys.argv[4])
else:
    households = sys.argv[2] if len(sys.argv) > 2 else "2000000"
    with tempfile.TemporaryDirectory() as folder:
        own = [sys.executable, __file__]
        subprocess.run([*own, "--make", folder, households], check=True, stderr=subprocess.DEVNULL)
        runs = {1: [], 2: []}
        for _ in range(2):
            for cores, seconds in runs.items():
                out = subprocess.run([*own, "--cores", str(cores), sys.argv[1], folder], check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
                seconds.append(float(out.stdout.split()[-1]))
        one, two = (min(seconds) for seconds in runs.values())
        print("%s households: %.1f s on one core, %.1f s on two: %.2f times as fast" % (households, one, two, one / two))
