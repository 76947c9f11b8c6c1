/** What `gatelodge policy init` writes: parses as it is, says nothing yet, and shows what could be said. */
export const starterPolicy = `# A Gatelodge policy. The built-in one holds already: environment files, keys, credential stores, state and dumps
# are restricted. Here is what only you know. Check it with: gatelodge policy lint FILE
version: 1
name: our-policy

# monitor records what would have happened and lets it pass; enforce acts.
mode: monitor

# What is sensitive, besides. Labels: public < internal < confidential < restricted.
classification:
  - { id: our-papers, label: confidential, paths: ["**/confidential/**"] }
#  - { id: marked, label: restricted, markers: ["board only"] }

# How much each destination may see.
#destinations:
#  - { kind: cloud, ceiling: internal }
#  - { assistants: [github-copilot], ceiling: confidential }

# What happens when. allow < warn < redact < ask < block.
#rules:
#  - id: no-keys-in-prompts
#    when: { findings: [secret], tiers: [certain, likely] }
#    channels: [prompt, chat]
#    effect: block
#    reason: "Keys belong into the vault."

# Which model servers, models and tools may be used here, and what an approved local model may see.
#ai:
#  approved:
#    - { id: house-models, runtimes: [ollama], models: ["qwen3:*"], ceiling: restricted }
#  denied:
#    - { id: no-pickles, formats: [pickle], reason: "Loading one runs its maker's code.", instead: "Take its safetensors." }
#  unlisted: { models: denied }
#  bind: loopback

# What only your organisation can recognise (in the machine's and the organisation's policy).
#detectors:
#  words:
#    - { id: projects, words: ["Blue Heron"] }

# What people may do although it loosens (in the machine's and the organisation's policy).
#permit:
#  exceptions: [user]
#  overrides: { rules: ["above-ceiling"], maxMinutes: 30 }
`;
