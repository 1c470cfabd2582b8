"""Writes two Parquet files as tables of the catalog, bucketed by household: no query by household moves their rows again.

    spark-submit bucket.py households.parquet members.parquet 8
"""

import sys

from pyspark.sql import SparkSession

households, members, buckets = sys.argv[1:]
spark = SparkSession.builder.appName("chuan-ngheo").getOrCreate()
spark.sparkContext.setLogLevel("ERROR")
for table, source, key in [("households", households, "id"), ("members", members, "household_id")]:
    # Without the repartition each task would write a file of its own for each bucket.
    rows = spark.read.parquet(source).repartition(int(buckets), key)
    rows.write.mode("overwrite").bucketBy(int(buckets), key).sortBy(key).saveAsTable(table)
spark.stop()
