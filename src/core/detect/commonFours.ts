/**
 * Four characters that stand a hundred times or more in a megabyte of source code (of the training packages of trainPairCosts.mjs), of those
 * that keywords hold: `type` and `turn` are made of rare pairs, and are everywhere all the same. One after the other, the commonest first.
 */
const text = [
  "----tionthe nametesting 0000 to turnstatatioion able concodefilelassclastypesertctiostricontdatajectassesion intringformsserwithest_ notlistect port-entmenttrin",
  "ionstextate constimefuncptiotatitablchar comcompcommonstted ble onte proparainteinde uselectservchec chaheckrmatqualconfith  res staent nterntg2ndexode electing",
  "infoefinselehttp => therstruter readtrucdateructine are atchlinefineange datspecoptirequverslockmpleaticcessdingervenstaunctnctiectitrueile pecttic ase useriter",
  "resssignratiersierat.getntexaultpartbasee coelselatinodervermodesingounder tconnonfissiovaliinstoint/intitiorsioessialidtranliceed trentransheretentshouense_con",
  "mberication_e cluffeopenest terapendountarselocanfigder descequeactiicenacheightctorparecenscounget_artialse modocoduse flagtribatorourcurcesourstard toult ng t",
  "entrscriistritembackwrit insencog.coess entsexecncodpars subere upleonneresphavepoinientnnecnew catiprocnectntensageompachanrectd in tim_staion.ate_preserale to",
  "packquesed iuestanceessaher storcatelateriteentiauthning indractect_cketass overt co opecces relmandt reata passinsetoryumenliterepos totermlienal columforeclie",
  " keyionaandldiffnone serwordhashert_lumnmesscoluernassaging_ licesporubyspon preletegresage rintimplscan spe trantrypdatst cnstr prireseout is ablocturepythisti",
  "loadargeprojs anhangirecthonythodire metes arepll stone nce onseprinhelpremot toonal_patequiratoocal/calcurronlytractivetterlinkpensetereachon trojerolemparpons",
  " excn inojecodelripte secripeptifreendg2ndercondquirsterifieectolagspageuireck.chtmlurrebuiltemp_setitesl anstin apptatuertied a_datdelestrastreroceel oplice pa",
  "inening.igitisteor aectsatuseven accallecodiacceocketrairows.comrrentialtoree dereak_compostght ateseletcachvarienceeconendepermtes nshoion(neraplanclossesshost",
  "dentent_nsslnts _tessql_.connitim-plingsprotestaver posi pasded rateenssies on iworkificallytreared archprovmergwherprivositual makeert  reg_prolose auter onel ",
  "t_coontahiteng aurnsthent st onerecoreamkey ",
].join("");

/** Made when places of keywords are chosen, which a start with compiled rules does not do. */
export const commonFours = (): ReadonlySet<string> => new Set(Array.from({ length: text.length / 4 }, (_, index) => text.slice(index * 4, index * 4 + 4)));
