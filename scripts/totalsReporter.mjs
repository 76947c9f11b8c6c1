/** A reporter for node's test runner: the totals as JSON, counted by the runner itself. */
export default async function* totals(events) {
  for await (const { type, data } of events) {
    // One summary per file, and a last one, without a file, for all.
    if (type !== "test:summary" || data.file !== undefined) continue;
    const { passed, failed, cancelled, skipped, todo } = data.counts;
    yield JSON.stringify({ passed, failed: failed + cancelled, skipped: skipped + todo });
  }
}
