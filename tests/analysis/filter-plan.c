/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "filter-plan.h"

#include "sample.h"

/* clang-format off */
static const char plan[] =
  "{'units':[{'id':'uw','title':'World'},{'id':'us','title':'Field Sales','parent':'uw','size':300},"
            "{'id':'up','title':'Support'}],"
  "'people':[{'id':'ma','title':'María Núñez','role':'Head of Sales','trust':3,'evidence':'Told me a secret'},"
            "{'id':'bo','title':'Bo'}],"
  "'goals':[{'id':'g1','title':'Win with AI','priority':2,'owner':'ma','weight':60,'contributionBand':'low'},"
           "{'id':'g2','title':'Keep customers','priority':1,'weight':40,'contributionBand':'high'},"
           "{'id':'g3','title':'Old dream','status':'retired'}],"
  "'objectives':[{'id':'o1','title':'Sellers use the assistant','goal':'g1'},"
                "{'id':'o2','title':'Churn is down','goal':'g2'},"
                "{'id':'o3','title':'Nobody helps here','goal':'g2'}],"
  "'causes':[{'id':'c1','title':'Nobody shows them','objective':'o1','confirmed':true}],"
  "'projects':["
    "{'id':'p1','title':'AI field certification','status':'live','effortDays':40,'owner':'ma','unit':'us',"
     "'start':'2026-03-01','tags':['onboarding','q3'],'sponsor':'ma','addresses':['c1'],'origin':'request'},"
    "{'id':'p2','title':'Café culture','status':'paused','effortDays':5,'unit':'up','summary':'Slow lunch, (long) talks',"
     "'start':'2026-07-15'},"
    "{'id':'p3','title':'Support academy','status':'design','effortDays':20,'unit':'up','notes':'Ask Bo \\'first\\'',"
     "'longTerm':'yes','start':'2026-12-31'},"
    "{'id':'p4','title':'Safety training','status':'live','origin':'mandate'},"
    "{'id':'p5','title':'E-learning idea','status':'idea','effortDays':0}],"
  "'links':[{'id':'l1','project':'p1','target':'o1','strength':'strong'},"
           "{'id':'l2','project':'p3','target':'o2','strength':'weak','mechanism':'Fewer escalations'}],"
  "'insights':[{'id':'i1','title':'Rumour','heardFrom':'bo'}],"
  "'waivers':[{'id':'w1','rule':'ALN-01','about':'p2','reason':'Agreed in March'}],"
  "'views':[{'id':'v1','title':'AI view'}]}";
/* clang-format on */

TlAnalysis *
filter_plan_new (void)
{
  g_autoptr (TlWorkspace) workspace = sample_read_text (plan);

  return tl_analysis_new (workspace, tl_date_from_ymd (2026, 7, 15));
}
