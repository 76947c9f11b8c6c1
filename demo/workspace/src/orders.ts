export interface Order {
  readonly id: number;
  readonly quantity: number;
  readonly unitPrice: number;
}

export const priceOf = (order: Order) => order.quantity * order.unitPrice;
