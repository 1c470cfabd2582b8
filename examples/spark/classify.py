"""Classifies households on a Spark cluster: a query of chuan-ngheo and two tables in, Parquet out.

    npx chuan-ngheo sql --dialect spark --standard vn/decree-07-2021 --on 2023-12-14 > classify.sql
    spark-submit classify.py classify.sql households.parquet members.parquet classes.parquet

With --tables the second and the third are names of tables in the catalog, for example bucketed ones (bucket.py).
With --plan nothing is classified: the physical plan is printed, and how many times a table is shuffled.
"""

import argparse

from pyspark.sql import SparkSession

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("query", help="file with the SQL")
parser.add_argument("households")
parser.add_argument("members")
parser.add_argument("classes", help="where the classes are written; what is there is replaced")
parser.add_argument("--tables", action="store_true", help="households and members are tables of the catalog")
parser.add_argument("--plan", action="store_true", help="print the plan in place of running it")
args = parser.parse_args()

spark = SparkSession.builder.appName("chuan-ngheo").getOrCreate()
spark.sparkContext.setLogLevel("ERROR")
for view, source in [("households", args.households), ("members", args.members)]:
    # A table that has the name of the view already is read as it is.
    if not args.tables:
        spark.read.parquet(source).createOrReplaceTempView(view)
    elif source != view:
        spark.table(source).createOrReplaceTempView(view)

with open(args.query, encoding="utf-8") as file:
    classes = spark.sql(file.read())

if args.plan:
    plan = classes._jdf.queryExecution().executedPlan().toString()
    print(plan)
    print("tables shuffled: %d" % plan.count(" Exchange hashpartitioning("))
else:
    classes.write.mode("overwrite").parquet(args.classes)
    spark.read.parquet(args.classes).groupBy("class").count().orderBy("class").show()
spark.stop()
