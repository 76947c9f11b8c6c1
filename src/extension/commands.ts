import { makeBaseline } from "./baseline/makeBaseline.ts";
import { reviewBaseline } from "./baseline/reviewBaseline.ts";
import { allowFile } from "./commands/allowFile.ts";
import { createPolicy, openUserPolicy } from "./commands/createPolicy.ts";
import { restoreSettings } from "./commands/restoreSettings.ts";
import { showStatus } from "./commands/showStatus.ts";
import type { JudgedDocuments } from "./documents.ts";
import { askableHere } from "./exceptions/askForException.ts";
import type { CompletionsGuard } from "./guards/completions/completionsGuard.ts";
import type { Parts } from "./parts.ts";
import { openGuarded } from "./guardedView/registerGuardedView.ts";
import type { LanguageServer } from "./languageClient.ts";
import type { WorkspaceScan } from "./scan/scanWorkspace.ts";
import { toCoveragePage } from "./views/coveragePage.ts";
import { collectCoverage } from "./views/collectCoverage.ts";
import { toExplanation } from "./views/explanation.ts";
import type { Pages } from "./views/pages.ts";
import { toLedgerPage } from "./views/ledgerPage.ts";
import { findPolicyProblems } from "./views/policyProblems.ts";
import { toProblemsPage } from "./views/problemsPage.ts";
import type { Leases } from "../node/leases.ts";
import type { PinnedFiles } from "../node/pins/pinnedFiles.ts";
import type { createSettingsRecords } from "../node/settingsRecords.ts";

export interface CommandParts {
  readonly parts: Parts;
  readonly documents: JudgedDocuments;
  readonly completions: CompletionsGuard;
  readonly records: ReturnType<typeof createSettingsRecords>;
  readonly leases: readonly Leases[];
  readonly pages: Pages;
  readonly scan: WorkspaceScan;
  readonly pinned: Pick<PinnedFiles, "undo">;
  readonly server: Pick<LanguageServer, "state" | "report">;
  /** Folder of the bundles. */
  readonly dist: string;
  readonly ownId: string;
}

/** What commands of the palette do, by id. */
export function commandTable(all: CommandParts): Readonly<Record<string, () => unknown>> {
  const { parts, documents, completions, pages } = all;
  return {
    "gatelodge.showStatus": () => showStatus(documents, completions, { mayAsk: askableHere(parts, documents) !== undefined, problems: findPolicyProblems(parts) }),
    "gatelodge.explainFile": () => pages.show("explanation", toExplanation(parts, documents, all.server)),
    "gatelodge.allowFile": () => allowFile(parts, documents),
    "gatelodge.showLedger": () => pages.show("recorded", toLedgerPage(parts, parts.policies.current().policy.reporting?.endpoint)),
    "gatelodge.showCoverage": () => pages.show("guarded", toCoveragePage(collectCoverage(all))),
    "gatelodge.showProblems": () => pages.show("policy-problems", toProblemsPage(findPolicyProblems(parts))),
    "gatelodge.createPolicy": () => createPolicy(),
    "gatelodge.openUserPolicy": () => openUserPolicy(parts.locations.userPolicy),
    "gatelodge.openGuarded": () => openGuarded(),
    "gatelodge.scanWorkspace": () => all.scan.run(),
    "gatelodge.makeBaseline": () => makeBaseline(parts, all.dist),
    "gatelodge.reviewBaseline": () => reviewBaseline(),
    "gatelodge.restoreSettings": () => restoreSettings(all.records, all.leases, all.pinned),
  };
}
