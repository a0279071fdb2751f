// What the page asks the agent for.
const token = document.querySelector('meta[name=agent-token]').content;

export const mayChange = token !== '';

export async function tree() {
  return (await ask('api/tree')).json();
}

/** What a group did later than a time in seconds; null when there is no such group. */
export async function history(group, after) {
  const query = new URLSearchParams({group, after: Math.round(after * 1000)});
  const answer = await fetch('api/history?' + query);
  if (answer.status === 404) return null;
  return (await checked(answer)).json();
}

/** Gives a group a quota of so many CPUs, or none for null. */
export async function setQuota(group, cpus) {
  const answer = await fetch('api/quota', {
    method: 'POST',
    headers: {'Content-Type': 'application/json', 'X-Agent-Token': token},
    body: JSON.stringify({group, cpus}),
  });
  return (await checked(answer)).text();
}

async function ask(address) {
  return checked(await fetch(address));
}

async function checked(answer) {
  if (!answer.ok) throw new Error((await answer.text()).trim());
  return answer;
}
