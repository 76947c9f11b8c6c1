import type { Detector } from "./detector.ts";
import { aiPlatforms } from "./rules/aiPlatforms.ts";
import { aiServices } from "./rules/aiServices.ts";
import { azureKeys } from "./rules/azureKeys.ts";
import { cloudProviders } from "./rules/cloudProviders.ts";
import { codeCredentials } from "./rules/codeCredentials.ts";
import { commandLines } from "./rules/commandLines.ts";
import { containers } from "./rules/containers.ts";
import { continuousIntegration } from "./rules/continuousIntegration.ts";
import { databases } from "./rules/databases.ts";
import { dataPlatforms } from "./rules/dataPlatforms.ts";
import { developerTools } from "./rules/developerTools.ts";
import { deviceSettings } from "./rules/deviceSettings.ts";
import { featureFlags } from "./rules/featureFlags.ts";
import { hosting } from "./rules/hosting.ts";
import { identity } from "./rules/identity.ts";
import { incidents } from "./rules/incidents.ts";
import { infrastructureAsCode } from "./rules/infrastructureAsCode.ts";
import { monitoring } from "./rules/monitoring.ts";
import { networks } from "./rules/networks.ts";
import { packageHosts } from "./rules/packageHosts.ts";
import { search } from "./rules/search.ts";
import { securityProducts } from "./rules/securityProducts.ts";
import { serverCommands } from "./rules/serverCommands.ts";
import { sessionCookies } from "./rules/sessionCookies.ts";
import { sourceControl } from "./rules/sourceControl.ts";
import { spokenPasswords } from "./rules/spokenPasswords.ts";
import { testing } from "./rules/testing.ts";
import { windowsCommands } from "./rules/windowsCommands.ts";
import { writtenPasswords } from "./rules/writtenPasswords.ts";

/** Keys of what software is built with, runs on and is watched by. */
export const platforms: readonly Detector[] = [
  ...identity, ...aiServices, ...aiPlatforms, ...azureKeys, ...cloudProviders, ...hosting, ...databases, ...dataPlatforms, ...monitoring,
  ...incidents, ...continuousIntegration, ...testing, ...sourceControl, ...developerTools, ...securityProducts, ...networks, ...packageHosts,
  ...featureFlags, ...search, ...containers, ...infrastructureAsCode, ...commandLines, ...serverCommands, ...windowsCommands, ...codeCredentials, ...writtenPasswords, ...deviceSettings, ...sessionCookies, ...spokenPasswords,
];
