/** A pack of osquery: https://osquery.readthedocs.io/en/stable/deployment/configuration/#query-packs. No command line, which may hold a secret, is in an answer. */

const hour = 3600;
const quoted = (text) => `'${text.replaceAll("'", "''")}'`;
const list = (names) => names.map((name) => (typeof name === "number" ? String(name) : quoted(name))).join(", ");
/** Its name is the whole id in some versions, and the part behind the publisher in others. */
const hasId = (ids) => `(lower(e.name) IN (${ids}) OR lower(e.publisher || '.' || e.name) IN (${ids}))`;

export function osqueryPack({ extensions, npm, pypi, lookAlikes, programs, servers, ports, flags, mcpInHome }) {
  const ofUsers = "FROM users u CROSS JOIN vscode_extensions e USING (uid)";
  const tails = mcpInHome.map((path) => `SELECT ${quoted(`/${path}`)} AS tail`).join(" UNION ALL ");
  const query = (text, interval, description) => ({ query: `${text};`, interval, snapshot: true, description });
  return {
    queries: {
      ai_extensions: query(`SELECT u.username, e.name, e.version, e.vscode_edition, e.path ${ofUsers} WHERE ${hasId(list(extensions))}`, 6 * hour, "AI extensions in editors of VS Code's family."),
      editors_without_gatelodge: query(`SELECT u.username, e.vscode_edition, count(*) AS extensions ${ofUsers} GROUP BY u.uid, e.vscode_edition HAVING sum(${hasId("'gatelodge.gatelodge'")}) = 0`, 6 * hour, "Editors with extensions, and none of them Gatelodge."),
      agents_from_npm: query(`SELECT name, version, path FROM npm_packages WHERE name IN (${list(npm)})`, 6 * hour, "Agents of the terminal, installed for all work from npm."),
      agents_from_pypi: query(`SELECT name, version, path FROM python_packages WHERE lower(replace(name, '_', '-')) IN (${list(pypi)})`, 6 * hour, "Agents of the terminal, installed for all work from PyPI."),
      agent_look_alikes: query(`SELECT name, version, path FROM npm_packages WHERE name IN (${list(lookAlikes)})`, 6 * hour, "Packages that are called like an agent and are published by others."),
      agents_running: query(`SELECT pid, name, path, uid FROM processes WHERE lower(replace(name, '.exe', '')) IN (${list(programs)})`, hour, "Agents that run."),
      agents_without_questions: query(`SELECT pid, name, path, uid FROM processes WHERE ${flags.map((flag) => `cmdline LIKE ${quoted(`% ${flag}%`)}`).join(" OR ")}`, hour / 4, "Agents that were started with an option that takes their questions away."),
      model_servers: query(`SELECT p.pid, p.name, p.path, l.port, l.address, l.address NOT IN ('127.0.0.1', '::1') AS open_to_network FROM listening_ports l JOIN processes p USING (pid) WHERE lower(replace(p.name, '.exe', '')) IN (${list(servers.map((name) => name.toLowerCase()))}) AND l.port > 0`, hour / 2, "Model servers by the name of their process, and whether other machines reach them."),
      model_server_ports: query(`SELECT p.pid, p.name, p.path, l.port, l.address FROM listening_ports l JOIN processes p USING (pid) WHERE l.port IN (${list(ports)})`, hour / 2, "Whatever listens where model servers do: other programs use these ports too."),
      tool_server_configurations: query(`SELECT u.username, f.path, f.size, f.mtime FROM users u CROSS JOIN (${tails}) t JOIN file f ON f.path = u.directory || t.tail`, 6 * hour, "Files that configure tool servers (MCP)."),
    },
  };
}
