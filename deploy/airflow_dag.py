"""Airflow: the same command as a DAG of one task. Put it, or a link to it, into the folder of DAGs."""

from datetime import datetime, timedelta

from airflow.providers.standard.operators.bash import BashOperator
from airflow.sdk import DAG

with DAG(
    dag_id="township_reports",
    schedule="0 3 * * *",
    start_date=datetime(2024, 1, 1),
    catchup=False,
    max_active_runs=1,
    tags=["township"],
):
    BashOperator(
        task_id="nightly",
        bash_command="/srv/township/deploy/nightly.sh ",  # the space keeps Airflow from reading the file as a template
        env={"LANG": "C.UTF-8"},
        append_env=True,
        execution_timeout=timedelta(hours=3),
        retries=0,  # the run itself gives a dead kernel a second chance; a failing cell would fail again
    )
