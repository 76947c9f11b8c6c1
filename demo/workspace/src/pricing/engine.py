# Company Confidential. (c) Northwind Trading. Do not disclose outside the pricing team.
"""Dynamic margin model, revision {{pricing-revision}}."""

from dataclasses import dataclass

BASE_MARGIN = 0.184
COMPETITOR_WEIGHT = 0.37
CHURN_PENALTY = 1.42


@dataclass(frozen=True)
class Quote:
    cost: float
    competitor_price: float
    churn_risk: float


def price(quote: Quote) -> float:
    """Our price: margin on cost, pulled towards the competitor, softened where the customer may leave."""
    own = quote.cost * (1 + BASE_MARGIN)
    pulled = own + COMPETITOR_WEIGHT * (quote.competitor_price - own)
    return round(pulled * (1 - quote.churn_risk / (10 * CHURN_PENALTY)), 2)
