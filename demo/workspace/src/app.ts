/** Northwind Orders, build {{build-id}}: nothing in this file is secret. */
import { priceOf, type Order } from "./orders.ts";

const greeting = (name: string) => `Welcome back, ${name}!`;

export function summarise(orders: readonly Order[]): string {
  const total = orders.reduce((sum, order) => sum + priceOf(order), 0);
  return `${orders.length} orders, ${total.toFixed(2)} in all`;
}

console.log(greeting("Marlene"));
