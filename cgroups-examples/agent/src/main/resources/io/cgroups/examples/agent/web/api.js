// What the page asks the agent for.
const TOKEN = '#token=';

/** The token comes with the address that the agent prints, and stays in this tab, out of sight. */
if (location.hash.startsWith(TOKEN)) {
  sessionStorage.setItem('token', location.hash.slice(TOKEN.length));
  window.history.replaceState(null, '', location.pathname);
}
addEventListener('hashchange', () => {
  if (location.hash.startsWith(TOKEN)) location.reload();
});
const token = sessionStorage.getItem('token');

/** Whether the agent lets anybody change something. */
export const allowsChanges = document.querySelector('meta[name=agent-changes]').content === 'true';

export const mayChange = allowsChanges && token !== null;

export async function tree() {
  return (await ask('api/tree')).json();
}

/** What a group did later than a time in seconds; null when there is no such group. */
export async function history(group, after) {
  const query = new URLSearchParams({group, after: Math.round(after * 1000)});
  return (await ask('api/history?' + query)).json();
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
