"""A valid input for every method, small, with its optional parts where they fit together."""

EXAMPLES = {
    "swing-weights": {"items": [{"id": "a", "points": 100}, {"id": "b", "points": 30}]},
    "roc-weights": {"n": 4},
    "borda": {
        "candidates": ["a", "b", "c"],
        "ballots": [{"count": 2, "tiers": [["a"], ["b", "c"]]}, {"tiers": [["c"]]}],
    },
    "dot-votes": {
        "options": ["a", "b"],
        "dots_per_person": 3,
        "ballots": [{"id": "x", "dots": {"a": 2, "b": 1}}, {"id": "y", "dots": {"a": 4}}],
    },
    "kendall-w": {"ranks": [[1, 2, 3], [1, 2.5, 2.5]]},
    "ahp": {"matrix": [[1, 2], [0.5, 1]], "random_index": "saaty-later"},
    "ahp-group": {"matrices": [[[1, 2], [0.5, 1]], [[1, 4], [0.25, 1]]]},
    "ahp-hierarchy": {
        "criteria_weights": [0.6, 0.4],
        "alternatives": [{"id": "a", "priorities": [0.5, 0.2]}, {"id": "b", "priorities": [1, 2]}],
    },
    "topsis": {
        "alternatives": [{"id": "a", "values": [1, 2]}, {"id": "b", "values": [2, 5]}],
        "weights": [1, 1],
        "directions": ["benefit", "cost"],
        "normalisation": "min-max",
    },
    "competitive-profile": {
        "weights": [0.5, 0.5],
        "competitors": [{"id": "a", "ratings": [2, None]}, {"id": "b", "ratings": [4, 1]}],
        "scale": [1, 4],
    },
    "ife-efe": {"weights": [0.5, 0.5], "ratings": [2, 3], "kinds": ["S", "W"]},
    "ie-cell": {"points": [{"ife": 2, "efe": 3}]},
    "qspm": {"weights": [1, 1], "strategies": [{"id": "a", "attractiveness": [2, None]}]},
    "pestel": {
        "factors": [{"id": "a", "category": "legal", "direction": -1, "impact": 4, "likelihood": 4}]
    },
    "tows": {
        "items": [
            {"id": "s", "kind": "S", "importance": 5},
            {"id": "o", "kind": "O", "importance": 2},
        ],
        "strategies": [{"id": "x", "items": ["s", "o"]}],
    },
    "five-forces": {"forces": [{"id": "a", "weight": 1, "drivers": [1, 5]}]},
    "bcg": {
        "products": [
            {
                "id": "a",
                "own_share": 0.2,
                "largest_rival_share": 0.1,
                "growth": 0.2,
                "revenue": 5,
            }
        ],
        "growth_cut": 0.1,
        "share_cut": 1,
    },
    "life-cycle": {"sales": [1, 2, 3, 4, 4, 4, 3]},
    "concentration": {"shares": [0.5, 0.3, 0.2]},
    "technology-gap": {
        "technologies": ["t"],
        "relevance": [5],
        "own": [1],
        "rivals": [{"id": "a", "levels": [3]}],
    },
    "feature-parity": {
        "features": ["f", "g"],
        "weights": [1, 2],
        "own": [0.5, 1],
        "rivals": [{"id": "a", "levels": [1, 0]}],
    },
    "threat-watch": {"rivals": [{"id": "a", "overlap": 4, "capability": 4, "momentum": 4}]},
    "strategy-canvas": {
        "factors": ["f", "g"],
        "own": [8, 3],
        "rivals": [{"id": "a", "levels": [6, 6]}],
    },
    "pca-map": {
        "attributes": ["x", "y"],
        "brands": [
            {"id": "a", "ratings": [1, 2]},
            {"id": "b", "ratings": [3, None]},
            {"id": "c", "ratings": [2, 5]},
        ],
    },
    "ca-map": {
        "columns": ["x", "y"],
        "rows": [{"id": "a", "counts": [1, 2]}, {"id": "b", "counts": [3, 1]}],
    },
    "mds-map": {"items": ["a", "b"], "dissimilarities": [[0, 2], [2, 0]]},
    "tam-sam-som": {
        "top_down": {"tam": [10, 2], "sam": [0.5], "som": [0.5]},
        "bottom_up": {"sam": [8], "som": [0.5]},
    },
    "segment-matrix": {
        "attractiveness_weights": [1, 1],
        "strength_weights": [1],
        "scale": [1, 5],
        "segments": [
            {"id": "a", "attractiveness": [1, 5], "strength": [3]},
            {"id": "b", "attractiveness": [1, 5], "strength": [3], "excluded": "no access"},
        ],
    },
    "cohorts": {
        "orders": [
            {"customer": "a", "month": "2027-01"},
            {"customer": "b", "month": "2027-02"},
        ],
        "last_month": "2027-03",
    },
    "rfm": {
        "analysis_date": "2027-03-31",
        "transactions": [
            {"customer": "a", "date": "2027-03-01", "amount": 10},
            {"customer": "b", "date": "2027-02-01", "amount": -3},
        ],
        "merge_same_day": True,
        "monetary": "mean",
        "cuts": {
            "recency": [10, 20, 30, 40],
            "frequency": [1, 2, 3, 4],
            "monetary": [1, 2, 3, 4],
        },
        "segment_by": "R(FM)",
    },
    "k-means": {
        "columns": ["x", "y"],
        "rows": [[1, 1], [1.5, 2], [8, 8], [9, 8]],
        "k_min": 2,
        "k_max": 3,
        "standardise": False,
        "log_columns": ["x"],
        "seed": 5,
    },
    "bg-nbd": {
        "params": {"r": 0.24, "alpha": 4.4, "a": 0.79, "b": 2.4},
        "customers": [
            {
                "id": "a",
                "repeat_purchases": 2,
                "age_at_last_purchase": 30,
                "age": 38,
                "horizon": 39,
            }
        ],
    },
    "bg-nbd-new": {"params": {"r": 0.24, "alpha": 4.4, "a": 0.79, "b": 2.4}, "horizons": [1, 52]},
    "bg-nbd-fit": {
        "customers": [
            {"id": "a", "repeat_purchases": 2, "age_at_last_purchase": 30, "age": 38},
            {"id": "b", "repeat_purchases": 0, "age_at_last_purchase": 0, "age": 30},
            {"id": "c", "repeat_purchases": 5, "age_at_last_purchase": 12, "age": 36},
        ]
    },
    "gamma-gamma": {
        "params": {"p": 6.25, "q": 3.74, "v": 15.4},
        "customers": [{"id": "a", "repeat_purchases": 2, "mean_spend": 22}],
    },
    "gamma-gamma-fit": {
        "customers": [
            {"id": "a", "repeat_purchases": 2, "mean_spend": 22},
            {"id": "b", "repeat_purchases": 1, "mean_spend": 40},
            {"id": "c", "repeat_purchases": 4, "mean_spend": 30},
        ]
    },
    "clv": {
        "bg_nbd": {"r": 0.24, "alpha": 4.4, "a": 0.79, "b": 2.4},
        "gamma_gamma": {"p": 6.25, "q": 3.74, "v": 15.4},
        "months": 3,
        "units_per_month": 4.345,
        "monthly_discount": 0.01,
        "margin": 0.4,
        "customers": [
            {
                "id": "a",
                "repeat_purchases": 2,
                "age_at_last_purchase": 30,
                "age": 38,
                "mean_spend": 22,
            }
        ],
    },
    "simple-clv": {
        "margin_per_period": 5,
        "retention": 0.8,
        "discount": 0.1,
        "first_margin": "end",
        "periods": 3,
        "acquisition_cost": 2,
    },
    "opportunity": {
        "outcomes": [
            {"id": "a", "importance": 9, "satisfaction": 3},
            {"id": "b", "importance_answers": [5, 4, 1], "satisfaction_answers": [2]},
        ]
    },
    "okr": {"key_results": [{"id": "a", "start": 20, "target": 60, "actual": 45, "weight": 2}]},
    "journey-coverage": {
        "stages": ["aware", "buy"],
        "personas": ["nino"],
        "filled": [["buy", "nino"]],
    },
    "funnel": {
        "margin": 0.4,
        "channels": [
            {
                "id": "a",
                "impressions": 1000,
                "ctr": 0.1,
                "cpc": 1,
                "cpm": 2,
                "fixed_cost": 3,
                "visit_to_lead": 0.1,
                "lead_to_customer": 0.5,
                "aov": 50,
            },
            {
                "id": "b",
                "sends": 100,
                "open_rate": 0.5,
                "click_to_open": 0.2,
                "visit_to_lead": 0.1,
                "lead_to_customer": 0.5,
                "aov": 50,
            },
        ],
    },
    "channel-metrics": {
        "margin": 0.4,
        "channels": [
            {
                "id": "a",
                "spend": 5,
                "revenue": 9,
                "impressions": 100,
                "visits": 10,
                "leads": 3,
                "customers": 1,
            }
        ],
    },
    "funnel-backward": {
        "target_customers": 50,
        "lead_to_customer": 0.2,
        "visit_to_lead": 0.05,
        "ctr": 0.02,
        "cpc": 0.5,
        "budget": 100,
    },
    "romi": {
        "spend": 10,
        "incremental_revenue": 50,
        "margin": 0.6,
        "attributed_revenue": 90,
    },
    "holdout-lift": {
        "test_size": 100,
        "test_buyers": 5,
        "control_size": 90,
        "control_buyers": 3,
        "aov": 60,
        "margin": 0.5,
        "spend": 20,
    },
    "break-even": {
        "fixed_cost": 50,
        "price": 4,
        "variable_cost": 2,
        "target_profit": 10,
        "campaign_cost": 4,
    },
    "payback": {"cac": 150, "monthly_revenue": 30, "margin": 0.6, "monthly_churn": 0.05},
    "max-bids": {"aov": 80, "margin": 0.35, "conversion": 0.02, "target_romi": 0.4},
    "discount-uplift": {"price": 100, "unit_cost": 60, "discount": 0.1},
    "abc": {
        "items": [{"id": "a", "revenue": 80}, {"id": "b", "revenue": 20}],
        "cuts": [0.8, 0.95],
    },
    "percent-of-sales": {"forecast_sales": 1000, "share": 0.1},
    "objective-and-task": {
        "tasks": [{"id": "a", "quantity": 3, "unit_cost": 10}],
        "contingency": 0.1,
    },
    "competitive-parity": {"own_sales": 10, "rivals": [{"id": "a", "sales": 20, "spend": 2}]},
    "share-of-voice": {
        "own_sales": 11,
        "market_sales": 100,
        "own_spend": 15,
        "category_spend": 100,
        "target_gain_points": 0.5,
        "gain_points_per_10_esov": 0.5,
    },
    "allocate-budget": {
        "budget": 60,
        "margin": 0.5,
        "channels": [
            {"id": "a", "curve": {"kind": "log", "a": 30, "c": 10}, "min": 1, "max": 40},
            {"id": "b", "curve": {"kind": "hill", "b": 100, "k": 50, "s": 3}},
            {"id": "c", "curve": {"kind": "power", "a": 2, "e": 0.5}},
            {"id": "d", "curve": {"kind": "exponential", "a": 20, "c": 9}},
        ],
    },
    "monte-carlo": {
        "inputs": [
            {"id": "a", "distribution": "triangular", "min": 1, "mode": 2, "max": 4},
            {"id": "b", "distribution": "lognormal", "log_mean": 0, "log_sd": 0.2},
            {"id": "c", "distribution": "constant", "value": 3},
            {"id": "d", "distribution": "beta-pert", "min": 1, "mode": 2, "max": 4},
        ],
        "model": "product",
        "margin": 0.4,
        "spend": 5,
        "goal": 12,
        "draws": 1000,
        "seed": 3,
    },
    "tornado": {"inputs": [{"id": "a", "low": 1, "base": 2, "high": 4}], "model": "sum"},
    "scenarios": {
        "scenarios": [
            {"id": "a", "probability": 0.25, "result": -10},
            {"id": "b", "probability": 0.75, "result": 20},
        ]
    },
    "media-grp": {
        "universe": 1000,
        "spots": [{"rating_points": 6.7, "insertions": 2, "cost_per_insertion": 75}],
    },
    "reach-frequency": {"universe": 1000, "reach": 0.4, "frequency": 2.5, "cost": 10},
    "net-reach": {"reaches": [0.4, 0.3]},
    "insertion-frequency": {"reach_per_insertion": 0.1, "insertions": 5},
    "adstock": {"spend": [100, 0], "decay": 0.5},
    "hill-saturation": {"x": [100, 200], "alpha": 3, "gamma": 0.5},
    "contribution-bridge": {
        "products": [
            {
                "id": "a",
                "plan": {"units": 8, "price": 20, "unit_cost": 5},
                "actual": {"units": 6, "price": 21, "unit_cost": 6},
            },
            {"id": "b", "plan": None, "actual": {"units": 6, "price": 21, "unit_cost": 6}},
        ]
    },
    "size-bridge": {
        "factors": [
            {"id": "sessions", "top_down": 50000, "bottom_up": 40000},
            {"id": "price", "top_down": 40, "bottom_up": 38},
        ]
    },
    "revenue-bridge": {
        "products": [
            {"id": "a", "plan": {"units": 8, "price": 20}, "actual": {"units": 6, "price": 21}},
            {"id": "b", "plan": {"units": 8, "price": 20}, "actual": None},
        ]
    },
    "funnel-bridge": {
        "plan": {"spend": 1000, "cpc": 2, "conversion": 0.02, "aov": 50},
        "actual": {"spend": 1200, "cpc": 2.4, "conversion": 0.025, "aov": 48},
    },
    "monthly-report": {
        "rows": [{"id": "a", "plan": 200, "actual": 184, "better": "more"}],
        "green_tolerance": 0.05,
        "amber_tolerance": 0.1,
    },
    "year-end-forecast": {"plan": [1, 2, 3], "actual": [1, 1]},
    "ses": {"y": [9, 8, 5], "alpha": 0.3, "level0": 9, "horizon": 2},
    "holt": {"y": [9, 8, 5, 6], "alpha": 0.3, "beta": 0.1, "level0": 9, "trend0": 0, "horizon": 2},
    "holt-winters": {
        "y": [9, 8, 5, 6],
        "period": 2,
        "alpha": 0.3,
        "beta": 0.1,
        "gamma": 0.2,
        "level0": 9,
        "trend0": 0,
        "season0": [1, -1],
        "horizon": 3,
    },
    "seasonal-naive": {"y": [80, 120, 90, 130], "period": 2, "horizon": 3},
    "forecast-accuracy": {"actual": [1, 2], "forecast": [1.5, 2], "training": [1, 2, 4]},
    "bass": {"p": 0.03, "q": 0.38, "m": 100, "periods": 3},
    "critical-path": {
        "tasks": [{"id": "A", "duration": 3}, {"id": "B", "duration": 5, "after": ["A"]}]
    },
    "working-days": {
        "start": "2027-03-05",
        "durations": [2, 1],
        "holidays": ["2027-03-08"],
        "weekend": ["Sat", "Sun"],
    },
    "phasing": {"budget_cents": 100, "weights": [1, 1, 1]},
    "ab-sample-size": {"p1": 0.2, "p2": 0.25, "alpha": 0.05, "power": 0.8},
    "ab-duration": {
        "daily_visitors": 100,
        "p1": 0.2,
        "relative_effect": 0.1,
        "share_in_test": 0.5,
        "groups": 2,
        "alpha": 0.05,
        "power": 0.8,
    },
    "survey-sample-size": {
        "margin_of_error": 0.05,
        "p": 0.5,
        "confidence": 0.95,
        "population": 1000,
        "response_rate": 0.3,
    },
    "wilson": {"successes": 81, "n": 263, "confidence": 0.95},
    "proportion-difference": {
        "first": {"successes": 5, "n": 20},
        "second": {"successes": 9, "n": 21},
        "confidence": 0.9,
    },
    "mean-interval": {"values": [42, 38, 51], "confidence": 0.9},
    "nps": {"promoters": 110, "passives": 30, "detractors": 60, "confidence": 0.9},
    "integrated-plan": {
        "market": {"tam": [1000, 10], "sam": [0.5], "som": [0.1]},
        "aov": 20,
        "margin": 0.4,
        "channels": [
            {"id": "a", "spend": 50, "cpc": 0.5, "visit_to_order": 0.05},
            {"id": "b", "spend": 20, "cost_per_thousand": 100, "response": 0.01},
        ],
        "fixed_marketing": 10,
        "monthly_weights": [1, 2],
    },
}
