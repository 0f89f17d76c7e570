// node token-map.mjs <map of "old new" lines> : renames identifiers everywhere; skips those whose new name exists
import { readFileSync, writeFileSync } from 'node:fs'; import { execFileSync } from 'node:child_process';
const pairs=readFileSync(process.argv[2],'utf8').trim().split('\n').map(l=>l.split(/\s+/));
const all=execFileSync('git',['ls-files','libs','apps','test','docs','tools'],{encoding:'utf8',maxBuffer:1e9}).trim().split('\n').filter(f=>/\.(ts|mts|html|md|mjs|snap)$/.test(f)&&!f.includes('api-client/src/generated'));
const texts=new Map(all.map(f=>[f,readFileSync(f,'utf8')])); const words=new Map();
for(const t of texts.values()) for(const m of t.matchAll(/[A-Za-z_$][\w$]*/g)) words.set(m[0],(words.get(m[0])??0)+1);
const map=new Map(); for(const [a,b] of pairs){ if(!words.has(a)) console.log('gone',a); else if(words.has(b)) console.log('taken',a,b); else map.set(a,b); }
const rx=new RegExp('(?<![\\w$-])('+[...map.keys()].sort((a,b)=>b.length-a.length).join('|')+')(?![\\w$-])','g'); let c=0;
for(const [f,t] of texts){ const u=t.replace(rx,m=>map.get(m)); if(u!==t){writeFileSync(f,u);c++;} } console.log(map.size,'names',c,'files');
