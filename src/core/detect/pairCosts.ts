/**
 * How surprising each pair of neighbouring characters is in source code and its documentation: one row per first character,
 * one column per second, both in the order of `classes`. A cell's character code minus 48 is six times the bits of surprise.
 * Counted by scripts/trainPairCosts.mjs over the distinct words of the packages it names, on none of which alarms are measured.
 */
export const classes = "abcdefghijklmnopqrstuvwxyz0123456789-.";
export const pairCosts: readonly string[] = [
  "PNGH[YNjOmYDIFoMmDFARV`VXf`]\\]`_``aaSY",
  "BROSHU`gJK\\DW\\KXhPNYFih^JgUPSVVVVWTUGN",
  "EVSVFXcERoGHTc?YhMTCP\\jhZr^][]]^^_[\\IT",
  "GQTF>U_\\E`hOX^JYQQLXO\\bZZs\\ZYZ[[\\[Z\\AO",
  "KWHJTPWf^pgJNE]RWABFaVVLVmca^bcbabaaEP",
  "HTSTJH_i?nbKUZD`pHOOMmijYqWWXXXYYYNWIF",
  "QPT[;[RSEmgQULOZjHIQP]`Qc^fadlhippqnBJ",
  ">`ZZ>`ebFf]ZT_AZjNTHNc`i`ljdbkoqnutsBO",
  "QQJIMQLqcocHM<EPgOFCmQrWvRqhkotwtzpzS]",
  "D[ZT:^]^B[X^XZGK[]E^M_[abag`^egghikiHN",
  "M[RI9XX\\Hf`RYSUVbVJRQYUe_gj_bjkmlnlo>L",
  "E\\[K>K`eAqbHa^CWo^MKK]ggTkfafhqsqvsyEQ",
  "?Q]T=`_iHfdONWEDabLWOdgYXqda_fdlglgnER",
  "G`HDDKEbKjVX]SIXo]GAQThd_pn_h`qvrntuFP",
  "UPIHbRRkU^UKG?NJvBKLJUP]hixonuzzxzozHX",
  "A]VTA_QTMrVF`^EL`DNGNaZgLslcbhiprtktGR",
  "LSJR[V]^WbaEPVT[SNMH8aSZacWY`geffgghJQ",
  "ESOR=\\OgFtYUQTEZrNIIQSbiOslccgnqrvpzGM",
  "PbPa?`]KI`ZP[YMNWWG=N`]^Uol`fipoplqwEI",
  "F[Q[>U`HDqeVU`GSqGLNSc`WOiiddkjrnvhz@N",
  "QGPSFNSnNqjDJC]GrEGB`ilUphYb[`h[[[[\\_a",
  "=bXb9]_dDi`TSXRPh^V[dabWhi_XWU\\f]hcgIR",
  "C[UTGY_P>f]VXJFZdDGV_cOUehcbb]gjjopqEL",
  "MOILIPafQnk[S_[Jh_YCchiUVlJIJJOLNOMOFR",
  "RXOWPWV]RbcRMKU@fWEGV\\WdR]k]_fnnnonp<F",
  "J[YX6X\\YG]]RTXK\\\\[T\\V]\\\\PJ_`Va_dgefcLS",
  "OOPPPOmnmol_kknirjiidpoZmo@FFFHJJKJGHP",
  "QOQMOOpmm^kekmmhnfgiemoknqEFDHJJIKHJFD",
  "OONOQOkg[he`[c_bof^bcfhgppEIGGJFKLIKBH",
  "NNNOOOklnnhbkjofmdhiclijpnDFDIGJHIIJGJ",
  "MLMMMLgji`h_fhkhlceebjiakmFGGHGGIIHIHM",
  "LLMMMMlikmkdiklkmkhhbmlkolDFIIIHEJIHHM",
  "LLMMLLjlhljahjjlmiifdjlhnmHGHIDHIIIIFN",
  "KKLLLKkkmnldkkkkkjjlblmllkHGHHHGHHGHJM",
  "MLMMMMiljmhci`mgpifjdomfopEHIIIHHJHJBP",
  "KKKKLKjmnkhcminkkegkc^llnmGIGHIIIIIGFO",
  "JMEJJJOQH]UNKNNH`JDIPSR^egbUY^dffj]`Qe",
  "JRDMKNKMLV[OMNMIcIDKSWU_eg\\RWX_[]\\]_LS",
];

/**
 * Bits of surprise of a small letter and of a capital, by the kinds of the two characters before it: one row per first kind, in it one pair
 * per second, both in the order small letter, capital, digit, other. Counted by the same script.
 */
export const caseCosts: readonly number[] = [
  0.06, 4.61, 0.16, 3.24, 0.41, 2.03, 0.12, 3.69,
  0.09, 4.1, 5.2, 0.04, 3.26, 0.16, 2.61, 0.26,
  0.13, 3.59, 2.42, 0.3, 0.73, 1.33, 0.73, 1.34,
  0.02, 5.93, 1.65, 0.55, 1.24, 0.8, 0.13, 3.57,
];
