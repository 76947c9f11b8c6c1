export const dayMilliseconds = 86_400_000;

/** The day of a time, UTC. */
export const toDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The last days up to today, oldest first. */
export const lastDays = (now: number, many: number): readonly string[] => Array.from({ length: many }, (_, index) => toDay(now - (many - 1 - index) * dayMilliseconds));
