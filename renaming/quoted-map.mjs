// node quoted-map.mjs <map "old new">: replaces whole quoted (or backticked) tokens, in code, templates, docs and snapshots
import { readFileSync, writeFileSync } from 'node:fs'; import { execFileSync } from 'node:child_process';
const map=new Map(readFileSync(process.argv[2],'utf8').trim().split('\n').map(l=>l.split(/\s+/)));
const all=execFileSync('git',['ls-files','libs','apps','test','docs','tools'],{encoding:'utf8',maxBuffer:1e9}).trim().split('\n').filter(f=>/\.(ts|mts|html|md|mjs|snap|json)$/.test(f)&&!f.includes('api-client/src/generated'));
const rx=new RegExp('(["\'`])('+[...map.keys()].map(x=>x.replace(/[.]/g,'\\.')).sort((a,b)=>b.length-a.length).join('|')+')\\1','g'); let c=0; const n=new Map();
for(const f of all){ const t=readFileSync(f,'utf8'); const u=t.replace(rx,(m,q,a)=>{n.set(a,(n.get(a)??0)+1); return q+map.get(a)+q;}); if(u!==t){writeFileSync(f,u);c++;} }
console.log(c,'files',[...map.keys()].filter(k=>!n.has(k)));
