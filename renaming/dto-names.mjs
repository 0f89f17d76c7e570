// node dto-names.mjs [--write]: names of schemas of the API: …Shape, …View → …Dto; …Body → …Request; others by hand
import { readFileSync, writeFileSync } from 'node:fs'; import { execFileSync } from 'node:child_process';
const o=JSON.parse(readFileSync('libs/api-client/openapi.json','utf8'));
const names=Object.keys(o.components.schemas).filter(x=>!/(Dto|Request|Query)$/.test(x));
const all=execFileSync('git',['ls-files','libs','apps','test','docs','tools'],{encoding:'utf8',maxBuffer:1e9}).trim().split('\n').filter(f=>/\.(ts|mts|html|md|mjs)$/.test(f)&&!f.includes('api-client/src/generated'));
const texts=new Map(all.map(f=>[f,readFileSync(f,'utf8')])); const words=new Set(Object.keys(o.components.schemas));
for(const t of texts.values()) for(const m of t.matchAll(/[A-Za-z_$][\w$]*/g)) words.add(m[0]);
const used=new Set(); const map=new Map(); const hand=[];
for(const n of names){ let b=null; if(/(Shape|View)$/.test(n)) b=n.replace(/(Shape|View)$/,'Dto'); else if(/Body$/.test(n)) b=n.replace(/Body$/,'Request'); else if(/Row$/.test(n)) b=n.replace(/Row$/,'RowDto'); else b=n+'Dto'; if(words.has(b)||used.has(b)) { hand.push([n,b]); continue;} used.add(b); map.set(n,b); }
console.log(map.size,'by rule;',hand.length,'collide'); for(const h of hand) console.log(h.join('\t'));
const HAND={AdjustmentBody:'PriceAdjustmentRequest',AccountShape:'ChartAccountDto',CorrectionBody:'MappingCorrectionRequest',QuestionShape:'MatchingQuestionDto',ChangeShape:'PeriodChangeDto',ChoiceShape:'FilterOptionDto'};
for(const [n,b] of Object.entries(HAND)) { if(words.has(b)) console.log('taken',b); map.set(n,b); }
if(process.argv.includes('--write')){ const rx=new RegExp('(?<![\\w$-])('+[...map.keys()].sort((a,b)=>b.length-a.length).join('|')+')(?![\\w$-])','g'); let c=0; for(const [f,t] of texts){ const u=t.replace(rx,m=>map.get(m)); if(u!==t){writeFileSync(f,u);c++;} } console.log(c,'files'); }
