/** What a document's last settled judgement came to, so that typing which changes nothing is news to nobody. Pure but for its memory. */
export interface SettledOutcomes {
  /** The typing paused: is what the document comes to now news? */
  readonly isNews: (key: string, outcome: string) => boolean;
  /** Somebody asked meanwhile. If they were told something else, the next pause is news, whatever it comes to. */
  readonly told: (key: string, outcome: string) => void;
  readonly drop: (key: string) => void;
}

export function createSettledOutcomes(): SettledOutcomes {
  const settled = new Map<string, string>();
  return {
    isNews: (key, outcome) => {
      const before = settled.get(key);
      settled.set(key, outcome);
      return before !== outcome;
    },
    told: (key, outcome) => {
      if (settled.has(key) && settled.get(key) !== outcome) settled.delete(key);
    },
    drop: (key) => void settled.delete(key),
  };
}
