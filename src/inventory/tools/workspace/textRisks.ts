import { bidiControl, unicodeTags, variationSelectors, zeroWidthText } from "../../../core/detect/scans/hiddenText.ts";
import type { Once } from "../../../core/detect/scans/scan.ts";
import { createSteeringDetect } from "../../../core/detect/steering/steeringText.ts";

const most = 400_000;

/** What speaks against a text that assistants take for instructions. What it does not find is not cleared. */
export function createTextRisks(): (text: string) => readonly string[] {
  const steering = createSteeringDetect();
  return (whole) => {
    const text = whole.slice(0, most);
    const once: Once = (look) => look(text);
    const hidden = [bidiControl, unicodeTags, variationSelectors, zeroWidthText].some((scan) => [...scan(text, once)].some(({ tier }) => tier === "certain"));
    return [
      ...(steering(text).length > 0 ? ["it turns assistants against the person they work for"] : []),
      ...(hidden ? ["it holds characters that people do not see"] : []),
      ...(/^allowed-tools:.*(?:\bBash\b(?!\()|Bash\(\*|\*\s*$)/m.test(text.slice(0, 4000)) ? ["it lets itself run every command"] : []),
    ];
  };
}
