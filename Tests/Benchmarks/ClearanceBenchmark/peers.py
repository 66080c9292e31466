"""Decides by three rules (level, nation, expiry) with cel-python and regopy; prints one table.

    pip install cel-python==0.5.0 regopy==1.5.2
    python3 Tests/Benchmarks/ClearanceBenchmark/peers.py
"""
import json
import time

CASES = [
    {"rank": 1 + number % 3, "nation": ["ES", "ES", "PT", "DE"][number % 4],
     "expires": 20270000 + number * 37 % 40000, "day": 20270701}
    for number in range(1000)
]


def plain(case):
    return (case["rank"] >= 2 and case["nation"] in ("ES", "PT", "FR")
            and case["day"] < case["expires"])


def measure(name, decide, cases):
    start = time.perf_counter()
    answers = [bool(decide(case)) for case in cases]
    spent = time.perf_counter() - start
    assert answers == [plain(case) for case in cases], name
    print(f"{name}: {spent / len(cases) * 1e6:.2f} microseconds each of {len(cases)}")


def cel():
    import celpy
    environment = celpy.Environment()
    program = environment.program(environment.compile(
        'rank >= 2 && nation in ["ES", "PT", "FR"] && day < expires'))
    return lambda case: program.evaluate(
        {key: celpy.json_to_cel(value) for key, value in case.items()})


def rego():
    import regopy
    interpreter = regopy.Interpreter()
    interpreter.add_module("clearance", """
package clearance
default allow := false
nations := {"ES", "PT", "FR"}
allow { input.rank >= 2; nations[input.nation]; input.day < input.expires }
""")

    def decide(case):
        interpreter.set_input_term(json.dumps(case))
        return '"x":true' in str(interpreter.query("x = data.clearance.allow"))
    return decide


measure("plain Python", plain, CASES * 100)
measure("cel-python", cel(), CASES)
measure("regopy", rego(), CASES)
