/** Say that something slow is going on, so that nobody takes an installation for a hang. */

/**
 * Print `text` now, a sign of life every five seconds, and the seconds it took.
 * @template T
 * @param {string} text
 * @param {() => Promise<T>} work
 */
export async function withProgress(text, work) {
  const started = Date.now();
  const seconds = () => ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${text} …`);
  const pulse = setInterval(() => console.log(`  still at it: ${text.toLowerCase()} (${Math.round(Number(seconds()))} s)`), 5000);
  try {
    const value = await work();
    console.log(`  done in ${seconds()} s`);
    return value;
  } finally {
    clearInterval(pulse);
  }
}
