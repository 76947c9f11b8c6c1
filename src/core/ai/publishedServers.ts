/** Tool servers that anybody may install, by the names of their packages: what can be named without saying what somebody called theirs. From the lists of modelcontextprotocol/servers and of their vendors. */
export const publishedServers: ReadonlySet<string> = new Set([
  ...["brave-search", "everart", "everything", "filesystem", "gdrive", "github", "gitlab", "google-maps", "memory", "postgres", "puppeteer", "redis", "sequential-thinking", "slack", "sqlite"].map((name) => `@modelcontextprotocol/server-${name}`),
  "@playwright/mcp", "@upstash/context7-mcp", "@sentry/mcp-server", "@notionhq/notion-mcp-server", "@supabase/mcp-server-supabase", "@stripe/mcp", "@azure/mcp", "@azure-devops/mcp", "@browserbasehq/mcp-server-browserbase",
  "chrome-devtools-mcp", "figma-developer-mcp", "firecrawl-mcp", "mcp-remote", "mongodb-mcp-server", "tavily-mcp",
  "mcp-server-fetch", "mcp-server-git", "mcp-server-time", "mcp-server-sqlite", "mcp-atlassian", "serena-agent",
]);
